// Begins with an empty archive, as somebody who has not read the README: each page says what to do, the first version is
// recorded from there, and a page that is open meanwhile offers what is new.
//
// usage: node first_use.mjs LINK WORK CHROMIUM
import { createRequire } from 'node:module';
import path from 'node:path';

const [link, work, chromium] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(work), 'node/node_modules/x.js'));
const browser = await load('playwright-core').chromium.launch({ executablePath: chromium, args: ['--no-sandbox', '--disable-gpu'] });
const home = link.split('?')[0];
const faults = [];
const context = await browser.newContext({ viewport: { width: 1000, height: 700 } });
const page = await context.newPage();
page.on('console', (message) => faults.push(`${page.url()}: console: ${message.text()}`));
await page.goto(link);
for (const [name, address, words] of [
  ['today', '', 'Add a first version'], ['stories', 'stories/', 'Add a first version'], ['search', 'search/', 'Every version is searched'],
  ['add', 'add/', 'Text of the article'], ['watches', 'watches/', 'writethru watch add'],
]) {
  await page.goto(home + address);
  if (!(await page.textContent('main')).includes(words)) faults.push(`${address}: an empty archive does not say "${words}"`);
  await page.screenshot({ path: path.join(work, 'pictures', `empty-${name}.png`) });
}

const other = await context.newPage();
await other.goto(home);
await page.goto(home);
await page.click('text=Add a first version');
const add = async (toll) => {
  await page.fill('#a-text', `Ferry burns off Cebu\n\n${toll} people were killed when a ferry caught fire on Tuesday, the coast guard said.`);
  await page.fill('#a-story', 'ferry-fire');
  await page.fill('#a-outlet', 'Wire');
  await page.fill('#a-article', 'wire-1');
  await page.click('.sheet button:text-is("Record")');
  await page.waitForURL(/done=recorded/);
};
await add('Twelve');
if (!(await page.textContent('main')).includes('Ferry burns off Cebu')) faults.push('the recorded version is not shown');
await other.bringToFront();
await other.waitForSelector('.fresh', { timeout: 20000 }).catch(() => faults.push('a page that is open does not learn what is recorded'));
await other.screenshot({ path: path.join(work, 'pictures', 'fresh.png') });
// What is recorded while nobody looks at a page is offered when it is looked at again.
await other.goto(home);
const look = (hidden) => other.evaluate((value) => {
  Object.defineProperty(document, 'hidden', { value, configurable: true });
  document.dispatchEvent(new Event('visibilitychange'));
}, hidden);
await look(true);
await page.goto(`${home}add/?story=ferry-fire&article=wire-1`);
await add('Nineteen');
await page.waitForTimeout(1500);
if (await other.locator('.fresh').count()) faults.push('a page that nobody looks at listens');
await look(false);
await other.waitForSelector('.fresh', { timeout: 20000 }).catch(() => faults.push('a page that was hidden does not learn what was recorded meanwhile'));
await other.goto(home);
await other.waitForTimeout(500);
if (await other.locator('.fresh').count()) faults.push('a page offers what it shows already');
if (!/Twelve.*Nineteen/s.test(await other.textContent('main'))) faults.push('the second version brings no change');
await browser.close();
console.log(faults.length ? faults.join('\n') : 'an empty archive leads to its first change: no fault');
process.exit(faults.length ? 1 : 0);
