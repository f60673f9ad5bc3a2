// Opens every page of a served archive and of a baked site: axe-core and html-validate find nothing, nothing scrolls
// sideways, the console stays silent, nothing is requested from elsewhere, hostile text stays text, keys work.
//
// usage: node pages.mjs LINK WORK CHROMIUM
import { createRequire } from 'node:module';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';

const [link, work, chromium] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(work), 'node/node_modules/x.js'));
const playwright = load('playwright-core');
const { HtmlValidate } = load('html-validate');
const axe = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');
const validator = new HtmlValidate({
  extends: ['html-validate:recommended'],
  rules: { 'long-title': 'off', 'no-trailing-whitespace': 'off', 'prefer-native-element': 'off', 'no-redundant-role': 'off', 'tel-non-breaking': 'off' },
});
const home = link.split('?')[0];
const faults = [];
const fault = (where, what) => faults.push(`${where}: ${what}`);

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await playwright.chromium.launch({ executablePath: chromium, args });

// A visitor who has opened the link, in a window of this kind.
async function visitor(options, url = link) {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 }, ...options });
  const page = await context.newPage();
  page.on('console', (message) => fault(page.url(), `console: ${message.text()}`));
  page.on('pageerror', (error) => fault(page.url(), `script: ${error.message}`));
  page.on('request', (request) => { if (!request.url().startsWith(home) && !request.url().startsWith('file:')) fault(page.url(), `asks for ${request.url()}`); });
  await page.goto(url);
  return page;
}

// Every page is found by following links from the first one.
const walker = await visitor({});
const seen = new Set();
const open = [home, `${home}search/?q=people`, `${home}search/?q=material`, `${home}search/?q=before:soon`, `${home}story/ukraine-talks/?kind=statement&order=new`, `${home}story/hostile/figures/`];
const kinds = new Map();
while (open.length > 0) {
  const url = open.pop().split('#')[0];
  if (seen.has(url)) continue;
  seen.add(url);
  const response = await walker.goto(url);
  if (response.status() !== 200) { fault(url, `status ${response.status()}`); continue; }
  if (!response.headers()['content-type'].startsWith('text/html')) continue;
  const html = await response.text();
  if (html.length > 120_000) fault(url, `${html.length} bytes`);
  if (url === `${home}story/long/` && await walker.locator('li.e').count() < 200) fault(url, 'is not the full page that it should be');
  if (await walker.evaluate(() => window.hacked)) fault(url, 'script of an article ran');
  const kind = url.slice(home.length).replace(/\?.*/, '?').split('/').map((part, at) => (at % 2 === 1 || /^\d/.test(part) ? (/\.\./.test(part) ? 'A..B' : '*') : part.replace(/^c[0-9a-f]{10}$/, 'C'))).join('/');
  const own = kinds.get(kind) ?? kinds.set(kind, []).get(kind);
  // Entries and versions by the hundred are alike: four of a kind are looked at closely.
  if (own.length < 4) {
    own.push(url);
    const report = await validator.validateString(html);
    for (const result of report.results) for (const m of result.messages) fault(url, `html-validate ${m.ruleId}: ${m.message} (column ${m.column})`);
  }
  if (own.length < 12) {
    const links = await walker.$$eval('a[href]', (all) => all.map((one) => one.href));
    open.push(...links.filter((one) => one.startsWith(home)));
  }
}

const close = [...kinds.values()].flatMap((urls) => urls.slice(0, 2));
// Both themes at once: each page is opened once and seen at every width. Colours do not depend on the width.
await Promise.all(['light', 'dark'].map(async (colorScheme) => {
  const page = await visitor({ colorScheme, bypassCSP: true });
  for (const url of close) {
    await page.goto(url);
    await page.evaluate(axe);
    for (const width of [320, 768, 1440]) {
      await page.setViewportSize({ width, height: 900 });
      const where = `${url} (${width} px, ${colorScheme})`;
      const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
      if (wide > 0) fault(where, `scrolls sideways by ${wide} px`);
      if (width === 768 || (width === 320 && colorScheme === 'dark')) continue;
      const { violations } = await page.evaluate(() => window.axe.run());
      for (const v of violations) fault(where, `axe ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target).join(' ')}`);
    }
  }
  await page.context().close();
}));

// With forced colours nothing is lost that only a colour said.
const forced = await visitor({ forcedColors: 'active', bypassCSP: true });
await forced.goto(`${home}article/ukraine-talks/lantern-1/2..3/`);
const marks = await forced.evaluate(() => {
  const style = (selector) => getComputedStyle(document.querySelector(selector));
  return [style('.text del').textDecorationLine, style('.text ins').textDecorationLine, style('.text .moved').borderLeftStyle, style('.modes [aria-current]').borderBottomStyle];
});
if (marks.join() !== 'line-through,underline,double,solid') fault(forced.url(), `forced colours leave ${marks}`);
for (const address of ['', 'story/ukraine-talks/', 'article/ukraine-talks/lantern-1/', 'article/ukraine-talks/lantern-1/2..3/']) {
  await forced.goto(home + address);
  await forced.evaluate(axe);
  for (const v of (await forced.evaluate(() => window.axe.run())).violations) fault(`${forced.url()} (forced colours)`, `axe ${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target).join(' ')}`);
  await forced.screenshot({ path: path.join(work, 'pictures', `forced-${address.split('/').filter(Boolean).join('-') || 'today'}.png`) });
}

// Print gives the whole: folded parts open, addresses written out, nothing that can only be clicked.
const print = await visitor({});
await print.emulateMedia({ media: 'print' });
for (const address of ['story/ukraine-talks/', 'article/ukraine-talks/lantern-1/2..3/', 'article/ukraine-talks/lantern-1/2/']) {
  await print.goto(home + address);
  const left = await print.evaluate(() => ({
    clicked: [...document.querySelectorAll('.top, form, .tabs, .modes, .neighbours, .filters, .cite')].filter((one) => one.offsetHeight > 0).map((one) => one.className || one.localName),
    folded: [...document.querySelectorAll('details.fold > :not(summary), details.background > :not(summary)')].filter((one) => one.getBoundingClientRect().height === 0).length,
    address: document.querySelectorAll('span.print').length > 0 && getComputedStyle(document.querySelector('span.print')).display,
  }));
  if (left.clicked.length) fault(print.url(), `prints ${left.clicked}`);
  if (left.folded) fault(print.url(), `${left.folded} folded parts are not printed`);
  if (address.startsWith('article') && left.address !== 'inline') fault(print.url(), 'does not print the address of the page');
  await print.screenshot({ path: path.join(work, 'pictures', `print-${address.split('/').filter(Boolean).join('-')}.png`), fullPage: true });
}

// Without script all is there.
const plain = await visitor({ javaScriptEnabled: false });
await plain.goto(`${home}story/ukraine-talks/`);
await plain.click('.filters summary');
await plain.selectOption('#f-kind', 'statement');
await plain.click('.filters button');
if (!plain.url().includes('kind=statement') || await plain.locator('li.event').count() > 0) fault(plain.url(), 'the filter does not work without script');
await plain.goto(`${home}article/ukraine-talks/lantern-1/`);
await plain.click('.compare button');
if (!plain.url().endsWith('/3..4/')) fault(plain.url(), 'two versions cannot be compared without script');

await plain.goto(`${home}story/ukraine-talks/?kind=statement`);
await plain.fill('#f-stop', '2');
await plain.click('.as-of button');
const back = new URL(plain.url()).searchParams;
if (back.get('as_of') !== '2025-04-23T19:30:00' || back.get('kind') !== 'statement') fault(plain.url(), 'the slider leads to no moment without script');
if (await plain.inputValue('#f-stop') !== '2') fault(plain.url(), 'the slider does not point at what is shown');
await plain.goto(`${home}story/mill-fire/entry/`);
await plain.fill('#n-text', 'The mill was insured for two million.');
await plain.fill('#n-when', '2025-03-01');
await plain.fill('#n-sources', 'court file 12\nhttps://court.example/12');
await plain.click('.sheet button');
if (!/entry\/h[0-9a-f]+\/\?done=added$/.test(plain.url()) || !(await plain.textContent('main')).includes('court file 12')) fault(plain.url(), 'an entry cannot be added without script');

const keys = await visitor({});
await keys.goto(`${home}story/ukraine-talks/`);
await keys.focus('#f-stop');
await keys.keyboard.press('Home');
if (!(await keys.textContent('.as-of output')).startsWith('23 Apr 2025 18:40')) fault(keys.url(), 'the slider does not say where it points');
await keys.goto(`${home}article/ukraine-talks/lantern-1/2..3/`);
await keys.keyboard.press('Tab');
if (await keys.evaluate(() => document.activeElement.className) !== 'skip') fault(keys.url(), 'the first stop is not the skip link');
await keys.keyboard.press('n');
if (!await keys.evaluate(() => document.activeElement.closest('.change, .text'))) fault(keys.url(), 'n leads to no change');
await keys.keyboard.press('?');
if (!await keys.locator('dialog[open]').count()) fault(keys.url(), '? shows no keys');
await keys.keyboard.press('Escape');
await keys.keyboard.press(']');
await keys.waitForURL(/3\.\.4/).catch(() => fault(keys.url(), '] leads to no later update'));

// A change is handed on: as a picture that the browser draws, and in a frame on a page of somebody else.
const giver = await visitor({ acceptDownloads: true });
await giver.goto(`${home}article/ukraine-talks/lantern-1/2..3/`);
await giver.click('.typed .change .m a[href^="c"]');
await giver.waitForSelector('img.card');
const picture = path.join(work, 'pictures', 'card.png');
const [download] = await Promise.all([giver.waitForEvent('download'), giver.click('text=Save as PNG')]);
await download.saveAs(picture);
const png = readFileSync(picture);
if (png.toString('latin1', 1, 4) !== 'PNG' || png.readUInt32BE(16) !== 1200 || png.length < 8_000) fault(giver.url(), 'the card is no picture of 1200 px');
if (!await giver.getAttribute('img.card', 'alt')) fault(giver.url(), 'the card has no alternative text');
await giver.click('.cite summary');
const code = await giver.locator('.cite pre', { hasText: '<iframe' }).textContent();
const other = await (await browser.newContext()).newPage();
// Another site on this machine: browsers let no page from elsewhere frame what the machine itself serves.
const elsewhere = createServer((_, answer) => answer.setHeader('content-type', 'text/html').end(`<title>Elsewhere</title>${code}`));
await new Promise((listens) => elsewhere.listen(0, '127.0.0.1', listens));
await other.goto(`http://127.0.0.1:${elsewhere.address().port}/`);
const inside = other.frames().find((frame) => frame !== other.mainFrame());
await inside?.waitForSelector('.alone dd', { timeout: 20000 }).catch(() => fault(giver.url(), 'cannot be framed'));
if (await inside?.evaluate(() => document.querySelectorAll('script, form, a[href^="/"]').length).catch(() => 0)) fault(giver.url(), 'its frame holds what acts');
elsewhere.close();
const bare = await (await browser.newContext()).newPage();
await bare.setContent(`<iframe src="${home}story/ukraine-talks/"></iframe>`);
await bare.waitForTimeout(300);
if (await bare.frames()[1]?.locator('.day').count().catch(() => 0)) fault(home, 'a page of the archive can be framed');

// The baked site opens from disk.
const site = path.join(work, 'site');
const disk = await visitor({}, `file://${site}/index.html`);
for (const file of ['stories/', 'story/ukraine-talks/', 'article/ukraine-talks/lantern-1/', 'article/ukraine-talks/lantern-1/2..3/', 'article/ukraine-talks/lantern-1/2/']) {
  if (!existsSync(path.join(site, file, 'index.html'))) { fault(file, 'is not baked'); continue; }
  await disk.goto(`file://${site}/${file}index.html`);
  if (await disk.evaluate(() => getComputedStyle(document.body).maxWidth) === 'none') fault(file, 'has no style');
}

// Its search works from there too, and its hits lead to pages.
await disk.goto(`file://${site}/search/index.html`);
await disk.fill('#q', 'missile');
await disk.keyboard.press('Enter');
await disk.waitForSelector('#hits li', { timeout: 20000 }).catch(() => fault('search', 'finds nothing from disk'));
await disk.screenshot({ path: path.join(work, 'pictures', 'baked-search.png') });
const all = await disk.textContent('#found');
await disk.fill('#q', '"MISSILES strike" -zzz');
await disk.keyboard.press('Enter');
await disk.waitForFunction((before) => document.getElementById('found').textContent !== before, all).catch(() => fault('search', 'knows no phrases'));
// A phrase is whole words, and a search needs a word that it wants.
const says = async (typed, want, what) => {
  await disk.fill('#q', typed);
  await disk.keyboard.press('Enter');
  await disk.waitForFunction((words) => document.getElementById('found').textContent === words, want, { timeout: 5000 }).catch(() => fault('search', what));
};
await says('"missiles strik"', 'Nothing was found.', 'takes the beginning of a word for the word in a phrase');
await says('-missiles', 'Give a word to find.', 'does not ask for a word');
await disk.goto(`file://${site}/search/index.html#q=zzzz`);
await disk.reload();
await disk.waitForFunction(() => document.getElementById('found').textContent === 'Nothing was found.').catch(() => fault('search', 'does not say that nothing was found'));
for (const result of (await validator.validateString(readFileSync(path.join(site, 'search/index.html'), 'utf8'))).results) for (const m of result.messages) fault('search', `html-validate ${m.ruleId}: ${m.message}`);
await disk.goto(`file://${site}/search/index.html#q=missile`);
await disk.reload();
await disk.click('#hits a').catch(() => fault('search', 'has no hit to follow'));
if (!existsSync(new URL(disk.url().split('#')[0]).pathname) || disk.url().includes('/search/')) fault(disk.url(), 'is where a hit leads');

const pictures = [
  ['today', ''], ['story', 'story/ukraine-talks/'], ['diff', 'article/ukraine-talks/lantern-1/2..3/'], ['change', giver.url().slice(home.length)], ['article', 'article/ukraine-talks/lantern-1/'],
  ['version', 'article/ukraine-talks/lantern-1/2/'], ['claims', 'story/ukraine-talks/claims/'], ['search', 'search/?q=material'], ['add', 'add/'], ['new-entry', 'story/ukraine-talks/entry/'], ['as-of', 'story/ukraine-talks/?as_of=2025-04-24T08:05:00'], ['people', 'story/ukraine-talks/people/'], ['changes', 'story/ukraine-talks/changes/'], ['looks', 'article/ukraine-talks/lantern-1/looks/'], ['watches', 'watches/'], ['help', 'search/'], ['hostile', 'article/hostile/script/1..2/'], ['rtl', 'article/hostile/rtl/1..2/'], ['long', 'story/long/'],
];
for (const [colorScheme, width] of [['light', 1440], ['dark', 1440], ['light', 320]]) {
  const page = await visitor({ colorScheme, viewport: { width, height: width === 320 ? 720 : 900 } });
  for (const [name, address] of pictures) {
    await page.goto(home + address);
    await page.screenshot({ path: path.join(work, 'pictures', `${name}-${colorScheme}-${width}.png`) });
  }
  await page.context().close();
}
await browser.close();
console.log(faults.length ? [...new Set(faults)].join('\n') : `${seen.size} pages, ${close.length} of them at three widths in two themes: no fault`);
process.exit(faults.length ? 1 : 0);
