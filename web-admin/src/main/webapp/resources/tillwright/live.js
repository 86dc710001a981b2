/*
 * Keeps a page up to date while someone looks at it. The page says in the element #live which of its remote commands looks
 * again (data-live) and at which events (data-events). Nothing moves under a reader's hand: when the list is scrolled, paged
 * or being worked in, a button counts what is new instead.
 */
(() => {
  "use strict";

  const AT_THE_TOP = 160;         // pixels that count as not scrolled
  const MARKED_FOR = 8000;        // milliseconds that a new row stays marked
  const COME_AGAIN = 30000;       // milliseconds after which a connection that was refused is tried again
  const NOBODY_THERE = 25 * 60000; // milliseconds without a hand at the page after which it stops asking: the session may end
  const UNATTENDED = "Tillwright-Unattended"; // says that no person asked, so that it does not count as using the session

  let place = null;
  let source = null;
  let busy = false;
  let again = false;
  let pending = 0;
  let touched = Date.now();
  let retry = 0;
  const known = new Set();
  const marked = new Map();

  const rows = () => document.querySelectorAll("[data-sale]");

  function isReading() {
    const here = document.activeElement;
    const openMenu = here && here.closest("form") && here.matches("input, select, textarea");
    return place.dataset.paging === "true" || window.scrollY > AT_THE_TOP || openMenu;
  }

  function look() {
    if (busy) {
      again = true;
      return;
    }
    const command = window[place.dataset.live];
    if (typeof command !== "function") {
      return;
    }
    busy = true;
    again = false;
    const done = () => {
      busy = false;
      markNew();
      if (again) {
        look();
      }
    };
    const asked = command();
    if (asked && typeof asked.then === "function") {
      asked.then(done, done);
    } else {
      window.setTimeout(done, 1000);
    }
  }

  /* Rows that were not there before are new for a moment, said in a word as well as in colour. */
  function markNew() {
    const now = Date.now();
    rows().forEach((link) => {
      const id = link.dataset.sale;
      if (!known.has(id)) {
        known.add(id);
        marked.set(id, now);
      }
      const since = marked.get(id);
      const row = link.closest("tr");
      if (since !== undefined && now - since < MARKED_FOR && row && !row.classList.contains("new")) {
        row.classList.add("new");
        row.style.setProperty("--since", `${since - now}ms`);
        const word = document.createElement("span");
        word.className = "new-mark";
        word.textContent = place.dataset.new || "";
        link.append(" ", word);
      }
    });
  }

  function news() {
    return document.getElementById("news");
  }

  function sayHowMany() {
    const button = news();
    if (!button) {
      return;
    }
    const form = new Intl.PluralRules(document.documentElement.lang).select(pending);
    const text = place.dataset.filtered === "true" ? place.dataset.some
      : (place.dataset[form] || place.dataset.other).replace("{0}", String(pending));
    button.textContent = text;
    button.hidden = pending === 0;
  }

  function arrived(count) {
    if (isReading() && news()) {
      pending += count;
      sayHowMany();
    } else {
      look();
    }
  }

  function showNews() {
    pending = 0;
    sayHowMany();
    if (place.dataset.paging === "true") {
      window.location.assign(place.dataset.newest);
      return;
    }
    window.scrollTo({ top: 0 });
    look();
  }

  function listen() {
    window.clearTimeout(retry);
    if (source || document.hidden || Date.now() - touched > NOBODY_THERE) {
      return;
    }
    source = new EventSource(`${document.documentElement.dataset.root || ""}/admin/live`);
    let first = true;
    source.addEventListener("open", () => {
      if (place.dataset.paging !== "true" && !(first && window.scrollY > AT_THE_TOP)) {
        look(); // whatever came between the page and this
      }
      first = false;
      document.documentElement.dataset.listening = "true";
    });
    place.dataset.events.split(" ").forEach((name) => {
      source.addEventListener(name, (event) => arrived(Number(event.data) || 1));
    });
    source.addEventListener("error", () => {
      if (source && source.readyState === EventSource.CLOSED) {
        stop();
        retry = window.setTimeout(listen, COME_AGAIN);
      }
    });
  }

  function stop() {
    delete document.documentElement.dataset.listening;
    if (source) {
      source.close();
      source = null;
    }
  }

  function start() {
    place = document.getElementById("live");
    if (!place) {
      return;
    }
    rows().forEach((link) => known.add(link.dataset.sale));
    document.addEventListener("visibilitychange", () => (document.hidden ? stop() : listen()));
    window.addEventListener("pagehide", stop);
    ["pointerdown", "keydown", "wheel", "touchstart"].forEach((name) =>
      window.addEventListener(name, () => {
        touched = Date.now();
        listen();
      }, { passive: true }));
    window.setInterval(() => {
      if (Date.now() - touched > NOBODY_THERE) {
        stop();
      }
    }, 60000);
    if (news()) {
      news().addEventListener("click", showNews);
    }
    if (window.jQuery) {
      window.jQuery(document).ajaxSend((event, request, settings) => {
        if (busy && typeof settings.data === "string" && settings.data.includes("refresh")) {
          request.setRequestHeader(UNATTENDED, "true");
        }
      });
    }
    listen();
  }

  if (document.readyState === "loading") {
    document.addEventListener("DOMContentLoaded", start);
  } else {
    start();
  }
})();
