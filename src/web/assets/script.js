// Keys for those who read much. Every page works without this.
'use strict';
(() => {
  const help = [
    ['j / k', 'next / previous entry or change'],
    ['n / p', 'next / previous change'],
    ['[ / ]', 'previous / next version or update'],
    ['/', 'search'],
    ['t', 'today'],
    ['?', 'this list'],
    ['Esc', 'close'],
  ];
  let at = -1;

  function step(selector, by) {
    const all = [...document.querySelectorAll(selector)].filter((one) => one.offsetParent !== null);
    if (all.length === 0) return;
    const here = all.indexOf(document.activeElement);
    at = Math.min(Math.max((here < 0 ? (by > 0 ? -1 : all.length) : here) + by, 0), all.length - 1);
    const one = all[at];
    one.tabIndex = -1;
    one.focus();
    one.scrollIntoView({ block: 'center' });
  }

  function follow(relation) {
    const link = document.querySelector(`a[rel~="${relation}"]`);
    if (link) link.click();
  }

  function overlay() {
    let box = document.querySelector('dialog.keys');
    if (!box) {
      box = document.createElement('dialog');
      box.className = 'keys';
      box.setAttribute('aria-label', 'Keys');
      const list = document.createElement('dl');
      for (const [key, words] of help) {
        const term = document.createElement('dt');
        const name = document.createElement('kbd');
        name.textContent = key;
        term.append(name);
        const told = document.createElement('dd');
        told.textContent = words;
        list.append(term, told);
      }
      box.append(list);
      box.addEventListener('click', () => box.close());
      document.body.append(box);
    }
    if (box.open) box.close(); else box.showModal();
  }

  const entries = '.e, .change, .updates > li, .rail > li, .hits > li, .articles > li';
  const changes = '.text [id^="t"], .linear .change, .change';
  const keys = {
    j: () => step(entries, 1), k: () => step(entries, -1),
    n: () => step(changes, 1), p: () => step(changes, -1),
    '[': () => follow('prev'), ']': () => follow('next'),
    '/': () => document.getElementById('q')?.focus() ?? document.getElementById('find')?.focus(),
    t: () => document.querySelector('.name')?.click(),
    '?': overlay,
  };
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    if (event.target.matches('input, textarea, select')) {
      if (event.key === 'Escape') event.target.blur();
      return;
    }
    const act = keys[event.key];
    if (act) { event.preventDefault(); act(); }
  });

  // A swipe on a phone leads from version to version.
  let start = null;
  document.addEventListener('touchstart', (event) => { start = event.touches.length === 1 ? event.touches[0] : null; }, { passive: true });
  document.addEventListener('touchend', (event) => {
    if (!start || !getSelection().isCollapsed) return;
    const end = event.changedTouches[0];
    const [x, y] = [end.clientX - start.clientX, end.clientY - start.clientY];
    if (Math.abs(x) > 90 && Math.abs(y) < 40) follow(x < 0 ? 'next' : 'prev');
    start = null;
  }, { passive: true });

  // Below a folded part, an anchor must open it.
  function open() {
    const target = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
    for (let box = target?.closest?.('details'); box; box = box.parentElement?.closest('details')) box.open = true;
  }
  addEventListener('hashchange', open);
  open();
})();
