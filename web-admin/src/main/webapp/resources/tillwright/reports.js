// Shows the first page of the chosen report; says so when that takes longer than a person waits without a word.
document.addEventListener('DOMContentLoaded', () => {
  const paper = document.getElementById('paper');
  const form = document.querySelector('.report-form');
  if (form) {
    form.querySelector('#name').addEventListener('change', () => form.requestSubmit());
  }
  if (!paper) {
    return;
  }
  const page = document.getElementById('page');
  const wait = document.getElementById('wait');
  const patience = window.setTimeout(() => { wait.hidden = false; }, 300);
  const done = () => { window.clearTimeout(patience); wait.hidden = true; };
  page.addEventListener('load', () => { done(); page.hidden = false; });
  page.addEventListener('error', () => { done(); document.getElementById('failed').hidden = false; });
  page.src = paper.dataset.src;
});
