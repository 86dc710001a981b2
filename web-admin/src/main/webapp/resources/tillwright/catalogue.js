/* Lists whose rows open a panel beside them: by mouse, by keys, by address; and one question before what was entered is lost. */
(function () {
  'use strict';

  var isDirty = false;
  var wanted = null; // what to do when the question is answered by leaving

  function panel() { return document.querySelector('.side-panel .panel'); }

  function list() { return document.querySelector('.catalogue-list'); }

  function parameter() { return list() ? list().dataset.parameter : 'item'; }

  function dirty() { isDirty = true; }

  function clean() { isDirty = false; }

  /* The address always says what is open, so that a link, a reload and a new sign-in come back to it. */
  function tellAddress(query) {
    history.pushState({ panel: true }, '', location.pathname + query);
  }

  /* PrimeFaces gives the keys to a span without a role, and hides the field in it; the field itself has a label. */
  function unhide() {
    Array.prototype.forEach.call(document.querySelectorAll('span.ui-fileupload-choose'), function (chooser) {
      chooser.removeAttribute('tabindex');
      chooser.removeAttribute('aria-labelledby');
      var field = chooser.querySelector('input[type=file]');
      field.removeAttribute('aria-hidden');
      field.tabIndex = 0;
    });
  }

  function mark() {
    unhide();
    var open = panel() ? panel().dataset.item : '';
    Array.prototype.forEach.call(document.querySelectorAll('.catalogue-list .item-link'), function (link) {
      var isOpen = open !== '' && link.dataset.item === open;
      link.closest('tr').classList.toggle('open', isOpen);
      if (isOpen) { link.setAttribute('aria-current', 'true'); } else { link.removeAttribute('aria-current'); }
    });
  }

  function leaving(action) {
    if (!isDirty || !panel()) { action(); return; }
    wanted = action;
    document.getElementById('leaving').showModal();
  }

  function open(id) {
    leaving(function () {
      clean();
      tellAddress('?' + parameter() + '=' + encodeURIComponent(id));
      window.openChosen([{ name: 'chosen', value: id }]);
    });
  }

  function add() {
    leaving(function () {
      clean();
      tellAddress('?add=true');
      window.openNew();
    });
  }

  function close() {
    leaving(function () {
      var id = panel() ? panel().dataset.item : '';
      clean();
      tellAddress('');
      window.openChosen([{ name: 'chosen', value: '' }]);
      var link = id && document.querySelector('.item-link[data-item="' + CSS.escape(id) + '"]');
      if (link) { link.focus(); }
    });
  }

  /* After the panel has come: the person goes on there. */
  function opened() {
    mark();
    if (!panel()) { return; }
    var first = panel().dataset.item ? document.getElementById('panel-title')
        : panel().querySelector('input:not([type=hidden]):not([disabled])');
    if (first) { first.focus({ preventScroll: true }); }
    panel().scrollTop = 0;
    if (window.matchMedia('(max-width: 1100px)').matches) { panel().scrollIntoView({ block: 'start' }); }
  }

  function saved(xhr, status, args) {
    if (args && args.stored) {
      clean();
      history.replaceState({ panel: true }, '', location.pathname + '?' + parameter() + '=' + encodeURIComponent(args.stored));
    } else if (panel()) {
      var wrong = panel().querySelector('[aria-invalid=true]');
      if (wrong) { wrong.focus(); }
    }
    mark();
  }

  function focus(id) {
    var field = document.getElementById(id);
    if (field) { field.focus(); }
  }

  function isPlain(event) {
    return event.button === 0 && !event.ctrlKey && !event.metaKey && !event.shiftKey && !event.altKey;
  }

  document.addEventListener('click', function (event) {
    var target = event.target;
    var answer = target.closest('#leaving [data-answer]');
    if (answer) {
      document.getElementById('leaving').close();
      if (answer.dataset.answer === 'leave' && wanted) {
        clean();
        wanted();
      }
      wanted = null;
      return;
    }
    if (target.closest('.dirties')) { dirty(); }
    if (!isPlain(event)) { return; }
    if (target.closest('[data-add]')) {
      event.preventDefault();
      add();
    } else if (target.closest('[data-close]')) {
      event.preventDefault();
      close();
    } else if (target.closest('[data-reload]')) {
      clean(); // the person has asked for what is stored
    } else {
      var row = target.closest('.catalogue-list tr.item');
      if (row && !target.closest('button, .ui-button, a:not(.item-link)')) {
        event.preventDefault();
        open(row.querySelector('.item-link').dataset.item);
      }
    }
  });

  document.addEventListener('input', function (event) {
    if (event.target.closest('form.watched') && event.target.id !== 'panel:code') { dirty(); }
  });
  document.addEventListener('change', function (event) {
    if (event.target.closest('form.watched') && event.target.id !== 'panel:code') { dirty(); }
  });

  /* What Enter does in a field: a browser alone would press the form's first button, whatever that is. */
  function meant(field) {
    if (field.id === 'panel:code') { return 'panel:add-code'; }
    return field.closest('form.watched') ? 'panel:save' : field.closest('form.plan') ? 'plan:add' : null;
  }

  /* Up and down go through the list; Escape closes the panel. */
  document.addEventListener('keydown', function (event) {
    var here = event.target;
    if (event.key === 'Enter' && here.matches('input:not([type=checkbox]):not([type=radio])') && meant(here)) {
      event.preventDefault();
      var button = document.getElementById(meant(here));
      if (button) { button.click(); }
    } else if (event.key === 'Enter' && here.id === 'list:text') {
      event.preventDefault();
    } else if (event.key === 'Escape' && panel() && !document.querySelector('dialog[open]') && !here.closest('.bar')) {
      event.preventDefault();
      close();
    } else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && here.closest('.find, .item-link')) {
      var links = Array.prototype.slice.call(document.querySelectorAll('.catalogue-list .item-link'));
      var at = links.indexOf(here) + (event.key === 'ArrowDown' ? 1 : -1);
      if (at >= 0 && at < links.length) {
        event.preventDefault();
        links[at].focus();
      } else if (at < 0 && document.getElementById('list:text')) {
        event.preventDefault();
        focus('list:text');
      }
    }
  });

  window.addEventListener('popstate', function () { location.reload(); });

  window.addEventListener('beforeunload', function (event) {
    if (isDirty && panel()) { event.preventDefault(); }
  });

  document.addEventListener('DOMContentLoaded', function () {
    mark();
    if (window.jQuery) { window.jQuery(document).on('pfAjaxComplete', mark); }
  });

  window.catalogue = { opened: opened, saved: saved, dirty: dirty, focus: focus };
}());
