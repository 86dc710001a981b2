/* Buttons that copy a text: data-copy is the text, data-copied what the button says afterwards. */
(function () {
  "use strict";

  /** Browsers give the clipboard only to pages that came by TLS or from the same machine; the old way works everywhere. */
  function copy(text) {
    if (navigator.clipboard && window.isSecureContext) {
      return navigator.clipboard.writeText(text);
    }
    const area = document.createElement("textarea");
    area.value = text;
    area.setAttribute("readonly", "");
    document.body.appendChild(area);
    area.select();
    const done = document.execCommand("copy");
    area.remove();
    return done ? Promise.resolve() : Promise.reject(new Error("not copied"));
  }

  document.addEventListener("click", function (event) {
    const button = event.target.closest("[data-copy]");
    if (!button) {
      return;
    }
    copy(button.dataset.copy).then(function () {
      const before = button.textContent;
      button.textContent = button.dataset.copied;
      window.setTimeout(function () { button.textContent = before; }, 2000);
    }, function () { /* the text stands beside the button, to be copied by hand */ });
  });
})();
