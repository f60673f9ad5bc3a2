// Opens the exported pages in Chromium: axe-core finds nothing, nothing is requested, nothing scrolls sideways at 320 px;
// ical.js reads the calendar.
//
// usage: node page.mjs DIR MODULES CHROMIUM
import { createRequire } from 'node:module';
import { readFileSync } from 'node:fs';
import path from 'node:path';

const [folder, modules, chromium] = process.argv.slice(2);
const load = createRequire(path.join(path.resolve(modules), 'x.js'));
const playwright = load('playwright-core');
const axe = readFileSync(load.resolve('axe-core/axe.min.js'), 'utf8');
const ical = await import(load.resolve('ical.js')).then((m) => m.default ?? m);
const faults = [];

ical.parse(readFileSync(path.join(folder, 'story.ics'), 'utf8'));

const args = ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const browser = await playwright.chromium.launch({ executablePath: chromium, args });
for (const colorScheme of ['light', 'dark']) {
  // The page forbids all script; axe comes in from outside, so the policy is lifted for the check alone.
  const context = await browser.newContext({ colorScheme, bypassCSP: true, viewport: { width: 320, height: 800 } });
  const page = await context.newPage();
  page.on('request', (request) => { if (!request.url().startsWith('file:')) faults.push(`asks for ${request.url()}`); });
  await page.goto('file://' + path.resolve(folder, 'story.html'));
  const wide = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  if (wide > 0) faults.push(`${colorScheme}: scrolls sideways by ${wide} px at 320 px`);
  await page.evaluate(axe);
  const { violations } = await page.evaluate(() => window.axe.run());
  for (const v of violations) faults.push(`${colorScheme}: ${v.id}: ${v.nodes.map((n) => n.target).join(' ')}`);
  await context.close();
}
await browser.close();
console.log(faults.join('\n') || 'the page has no fault that axe-core finds');
process.exit(faults.length ? 1 : 0);
