/* What the frame of each page does by itself. No page needs it to be read or sent, but for drafts. */
(function () {
  'use strict';

  var html = document.documentElement;
  var DRAFT = 'tillwright.draft';
  var SIDE = 'tillwright.side';

  /* Storage may be shut off; then nothing is remembered, and all else works. */
  function recall(storage, key) {
    try { return storage.getItem(key); } catch (e) { return null; }
  }

  function keep(storage, key, value) {
    try {
      if (value === null) { storage.removeItem(key); } else { storage.setItem(key, value); }
    } catch (e) { /* see above */ }
  }

  /* Before the page is drawn, so that nothing jumps. On a narrow screen the places are a drawer, closed at first. */
  var narrow = window.matchMedia('(max-width: 900px)');
  html.dataset.side = recall(localStorage, SIDE) === 'closed' ? 'closed' : 'open';

  // ---------------------------------------------------------------------------------------------------- drafts

  /* What cannot or must not be kept: secrets, files, what Faces needs for itself. */
  function isKept(field) {
    return field.name && field.type !== 'password' && field.type !== 'file' && field.type !== 'hidden' &&
        field.type !== 'submit' && field.type !== 'button' && !field.disabled &&
        field.name.indexOf('jakarta.faces.') !== 0;
  }

  function fieldsOf(form) {
    return Array.prototype.filter.call(form.elements, isKept).map(function (field) {
      return { name: field.name, value: field.value, checked: field.checked === true, type: field.type };
    });
  }

  function address() {
    var query = new URLSearchParams(location.search);
    query.delete('kept');
    var rest = query.toString();
    return location.pathname + (rest ? '?' + rest : '');
  }

  function saveDraft(form) {
    if (form.classList.contains('forgetful') || !html.dataset.operator) { return; }
    keep(sessionStorage, DRAFT, JSON.stringify(
        { operator: html.dataset.operator, page: address(), form: form.id, fields: fieldsOf(form) }));
  }

  function forgetDraft() { keep(sessionStorage, DRAFT, null); }

  function restore(field, kept) {
    if (field.type === 'checkbox' || field.type === 'radio') {
      if (field.value === kept.value && field.checked !== kept.checked) { field.click(); }
    } else if (field.value !== kept.value) {
      field.value = kept.value;
      field.dispatchEvent(new Event('change', { bubbles: true }));
    }
  }

  /* Only to the one who entered it, and only where it was entered. */
  function restoreDraft() {
    if (!html.dataset.operator) { return; } // the sign-in page only passes it on
    var wanted = new URLSearchParams(location.search).has('kept');
    var draft = JSON.parse(recall(sessionStorage, DRAFT) || 'null');
    forgetDraft();
    if (!wanted) { return; }
    history.replaceState(history.state, '', address() + location.hash);
    if (!draft || draft.page !== address() || draft.operator !== html.dataset.operator) { return; }
    var form = document.getElementById(draft.form);
    if (!form) { return; }
    draft.fields.forEach(function (kept) {
      Array.prototype.filter.call(form.elements, function (field) {
        return field.name === kept.name && isKept(field);
      }).forEach(function (field) { restore(field, kept); });
    });
    say(note('kept'));
  }

  // -------------------------------------------------------------------------------------------------- messages

  /* What the server has written into the page for the script to say. */
  function note(name) { return document.getElementById(name + '-note').textContent; }

  /* Says something in the place where the server's messages appear. */
  function say(text) {
    var place = document.getElementById('messages');
    if (!place) { return; }
    var notice = document.getElementById('notice').content.firstElementChild.cloneNode(true);
    notice.querySelector('p').textContent = text;
    place.replaceChildren(notice);
  }

  // --------------------------------------------------------------------------------------------- refused fields

  /* The field that a message is said of: the last one before it, in the smallest box that holds both. */
  function fieldOf(message) {
    for (var box = message.parentElement; box && box.nodeName !== 'FORM'; box = box.parentElement) {
      var before = Array.prototype.filter.call(
          box.querySelectorAll('input:not([type=hidden]), textarea, select'),
          function (field) { return field.compareDocumentPosition(message) & Node.DOCUMENT_POSITION_FOLLOWING; });
      if (before.length) { return before[before.length - 1]; }
    }
    return null;
  }

  /* Screen readers and eyes find what was refused. The server cannot say so: PrimeFaces writes a field empty that it holds for wrong. */
  function markRefused() {
    Array.prototype.forEach.call(document.querySelectorAll('[data-refused]'), function (field) {
      field.removeAttribute('data-refused');
      field.removeAttribute('aria-invalid');
    });
    Array.prototype.forEach.call(document.querySelectorAll('.ui-message.ui-message-error'), function (message) {
      var field = fieldOf(message);
      if (field) {
        field.setAttribute('data-refused', '');
        field.setAttribute('aria-invalid', 'true');
      }
    });
  }

  // --------------------------------------------------------------------------------------------------- sidebar

  function isSideOpen() {
    return narrow.matches ? html.dataset.drawer === 'open' : html.dataset.side === 'open';
  }

  function setSide(open) {
    if (narrow.matches) {
      html.dataset.drawer = open ? 'open' : 'closed';
    } else {
      html.dataset.side = open ? 'open' : 'closed';
      keep(localStorage, SIDE, html.dataset.side);
    }
    tellSide();
  }

  function tellSide() {
    var toggle = document.getElementById('side-toggle');
    if (toggle) { toggle.setAttribute('aria-expanded', String(isSideOpen())); }
  }

  // --------------------------------------------------------------------------------------------------- starting

  /* On the sign-in page the cursor is where something is missing. */
  function enter() {
    var number = document.getElementById('form:number');
    (number.value ? document.getElementById('form:password') : number).focus();
  }

  function searchField() { return document.getElementById('search:box_input'); }

  document.addEventListener('DOMContentLoaded', function () {
    restoreDraft();
    var toggle = document.getElementById('side-toggle');
    if (toggle) {
      toggle.addEventListener('click', function () { setSide(!isSideOpen()); });
      narrow.addEventListener('change', tellSide);
      tellSide();
    }
    var here = document.querySelector('.side .here');
    if (here) { here.setAttribute('aria-current', 'page'); }
    Array.prototype.forEach.call(document.querySelectorAll('.tabs .here'), function (tab) {
      tab.setAttribute('aria-current', 'page');
    });
    if (document.body.classList.contains('door')) { enter(); }
    markRefused();
    if (window.jQuery) { followRequests(window.jQuery); }
  });

  /* A request that came back with a page's parts was heard: its draft is not needed any more. */
  function followRequests($) {
    $(document).on('ajaxStart', function () { document.body.classList.add('waiting'); });
    $(document).on('ajaxStop', function () { document.body.classList.remove('waiting'); });
    $(document).on('pfAjaxSend', function (event, xhr, settings) {
      var source = settings && settings.source && document.getElementById(
          typeof settings.source === 'string' ? settings.source : settings.source.id);
      var form = source && source.closest('form');
      if (form) { saveDraft(form); }
    });
    $(document).on('pfAjaxUpdated', markRefused);
    $(document).on('pfAjaxError', function () { say(note('unheard')); });
    $(document).on('pfAjaxSuccess', function (event, xhr) {
      if (xhr && xhr.responseText && xhr.responseText.indexOf('<redirect') < 0) { forgetDraft(); }
    });
  }

  document.addEventListener('submit', function (event) { saveDraft(event.target); }, true);

  document.addEventListener('keydown', function (event) {
    if ((event.ctrlKey || event.metaKey) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'k') {
      var field = searchField();
      if (field) {
        event.preventDefault();
        field.focus();
        field.select();
      }
    } else if (event.key === 'Escape') {
      Array.prototype.forEach.call(document.querySelectorAll('details.menu[open]'), function (menu) {
        menu.open = false;
        menu.querySelector('summary').focus();
      });
      if (narrow.matches && isSideOpen()) { setSide(false); }
    }
  });

  document.addEventListener('click', function (event) {
    var button = event.target.closest('[data-closes]');
    if (button) { button.closest('.' + button.dataset.closes).remove(); }
  });

  /* An open menu closes when the person goes on elsewhere. */
  document.addEventListener('click', function (event) {
    Array.prototype.forEach.call(document.querySelectorAll('details.menu[open]'), function (menu) {
      if (!menu.contains(event.target)) { menu.open = false; }
    });
  });

  window.tillwright = { say: say };
}());
