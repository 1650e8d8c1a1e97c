// Tests the extension in a real VS Code, in Chromium: `npm run test:vscode`. Not part of `npm test`: the first run
// installs code-server (some minutes and 1 GB in ~/.cache/calque-vscode, or CALQUE_VSCODE_CACHE).
import assert from 'node:assert/strict';
import {execFileSync} from 'node:child_process';
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import {fileURLToPath} from 'node:url';
import {chromium} from 'playwright-core';
import {cache, start} from './code-server.mjs';

const root = path.join(path.dirname(fileURLToPath(import.meta.url)), '../..');
const extension = path.join(root, 'editors/vscode');
const vsix = path.join(extension, 'dist/calque.vsix');
const shots = path.join(cache, 'screenshots');
const browser = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome'].find((file) =>
  fs.existsSync(process.env.CALQUE_CHROMIUM ?? file),
);
if (!browser) {
  console.log('0 passed, 0 failed, 1 skipped: Chromium is not installed');
  process.exit(0);
}

if (!process.argv.includes('--keep')) {
  if (!fs.existsSync(path.join(extension, 'node_modules')))
    execFileSync('npm', ['ci', '--no-audit', '--no-fund'], {cwd: extension, stdio: 'inherit'});
  execFileSync('npm', ['run', '--silent', 'package'], {cwd: extension, stdio: ['ignore', 'ignore', 'inherit']});
}

const article = `Governor returns to Osh

Governor Sadyr Zhaparov met the press on Monday. “We agree,” Zaparov said.

He said the the bridge would open. It was an big day for the town.

Sadyr Zhaparov left. Mr Zhaparov will return with Jonas Petrauskas.
`;
const home = fs.mkdtempSync(path.join(os.tmpdir(), 'calque-vscode-'));
const folder = path.join(home, 'articles');
fs.mkdirSync(folder);
fs.mkdirSync(shots, {recursive: true});
const file = path.join(folder, 'article.txt');
fs.writeFileSync(file, article);

const port = await freePort();
const server = await start({vsix, folder, home, port});
let passed = 0;
let failed = 0;
const chrome = await chromium.launch({
  executablePath: process.env.CALQUE_CHROMIUM ?? browser,
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-dev-shm-usage'],
});
const page = await chrome.newPage({viewport: {width: 1500, height: 950}});
page.setDefaultTimeout(60_000);

async function step(name, run) {
  try {
    await run();
    passed++;
    console.log(`  ✓ ${name}`);
  } catch (error) {
    failed++;
    console.log(`  ✗ ${name}\n${error.stack ?? error}`);
  }
  await page.screenshot({path: path.join(shots, `${passed + failed}.png`)});
}

async function freePort() {
  return new Promise((resolve) => {
    const probe = net.createServer().listen(0, '127.0.0.1', () => {
      const {port: free} = probe.address();
      probe.close(() => resolve(free));
    });
  });
}

/** Runs a command of VS Code by its title. */
async function command(title) {
  await page.keyboard.press('F1');
  await page.locator('.quick-input-widget input').fill(`>${title}`);
  await page.locator('.quick-input-list .monaco-list-row').first().waitFor();
  await page.waitForTimeout(300);
  await page.keyboard.press('Enter');
}

const squiggles = (kind) => page.locator(`.squiggly-${kind}`);

async function until(what, good, within = 30_000) {
  const began = Date.now();
  let seen;
  do {
    seen = await what();
    if (good(seen)) return seen;
    await page.waitForTimeout(200);
  } while (Date.now() - began < within);
  throw new Error(`waited in vain; the last that was seen: ${JSON.stringify(seen)}`);
}

/** The text in the editor, line by line. */
const text = async () => {
  const lines = await page.locator('.editor-instance .view-line').evaluateAll((all) =>
    all
      .map((line) => ({top: Number.parseFloat(line.style.top), text: line.textContent ?? ''}))
      .sort((a, b) => a.top - b.top)
      .map((line) => line.text),
  );
  return lines.join('\n').replaceAll('\u00a0', ' ');
};

/** Puts the cursor on a word by searching for it. */
async function goTo(word) {
  await page.locator('.editor-instance .view-lines').first().click();
  await page.keyboard.press('Control+Home');
  await page.keyboard.press('Control+f');
  await page.locator('.find-widget textarea').first().fill(word);
  await page.waitForTimeout(500);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
}

async function quickFix(title) {
  await page.keyboard.press('Control+.');
  const row = page.locator('.action-widget .monaco-list-row', {hasText: title}).first();
  await row.waitFor();
  await page.screenshot({path: path.join(shots, 'quick-fix.png')});
  await row.click();
}

try {
  await step('opens an article and shows squiggles', async () => {
    await page.goto(`http://127.0.0.1:${port}/?folder=${encodeURIComponent(folder)}`);
    await page.locator('.monaco-workbench').waitFor();
    await page.locator('.explorer-folders-view .monaco-list-row', {hasText: 'article.txt'}).dblclick();
    await until(() => squiggles('warning').count(), (n) => n >= 3);
  });
  await step('lists the findings as problems', async () => {
    await command('Problems: Focus on Problems View');
    const rows = page.locator('.markers-panel .monaco-list-row');
    const told = await until(() => rows.allTextContents(), (all) => all.some((row) => row.includes('Zaparov')));
    assert(told.some((row) => row.includes('fluency/a-an')), told.join('\n'));
  });
  await step('shows the score in the status bar', async () => {
    const item = page.locator('.statusbar-item[id*="calque"]').first();
    assert.match(await item.innerText(), /\d+\.\d/);
  });
  await step('applies a quick fix', async () => {
    await goTo('an big');
    await quickFix('Fix: an → a');
    await until(text, (now) => now.includes('It was a big day'));
  });
  await step('re-checks after the fix', async () => {
    const rows = page.locator('.markers-panel .monaco-list-row');
    await until(() => rows.allTextContents(), (all) => all.length > 0 && !all.some((row) => row.includes('a-an')));
  });
  await step('fixes all', async () => {
    await page.locator('.editor-instance .view-lines').first().click();
    await command('calque: Fix All Safe Problems of This Article');
    await until(text, (now) => now.includes('said the bridge'));
  });
  await step('shows the names and writes one everywhere', async () => {
    await command('calque: Show Names');
    const rows = page.locator('.pane-body .monaco-list-row');
    await until(() => rows.allTextContents(), (all) => all.some((row) => row.includes('Zhaparov / Zaparov')));
    await page.screenshot({path: path.join(shots, 'names.png')});
    const spelling = page.locator('.pane-body .monaco-list-row', {hasText: /^Zhaparov/}).first();
    await spelling.hover();
    await spelling.locator('.action-label[aria-label*="Write It So Everywhere"]').click();
    await until(text, (now) => now.includes('“We agree,” Zhaparov said'));
    await until(() => squiggles('warning').count(), (n) => n === 0);
  });
  await step('opens the report', async () => {
    await page.locator('.editor-instance .view-lines').first().click();
    await command('calque: Open Report of This Article');
    const tab = page.locator('.tab', {hasText: 'calque: article.txt'});
    await tab.waitFor();
    await page.waitForTimeout(3000);
  });
  await step('says what is broken in the configuration, and recovers', async () => {
    fs.writeFileSync(path.join(folder, '.calquerc.yaml'), 'rules: {fluency/a-na: off}\n');
    const told = page.locator('.notification-list-item-message', {hasText: 'fluency/a-na'});
    await told.first().waitFor();
    await page.screenshot({path: path.join(shots, 'broken.png')});
    fs.writeFileSync(path.join(folder, '.calquerc.yaml'), 'rules: {fluency/a-an: off}\n');
    await until(() => squiggles('error').count(), (n) => n === 0);
  });
  await step('saves what was fixed', async () => {
    await page.locator('.editor-instance .view-lines').first().click();
    await page.keyboard.press('Control+s');
    const wanted = article.replace('“We agree,” Zaparov', '“We agree,” Zhaparov').replace('the the', 'the').replace('an big', 'a big');
    await until(async () => fs.readFileSync(file, 'utf8'), (now) => now === wanted);
  });
} finally {
  await chrome.close();
  server.stop();
  await new Promise((resolve) => setTimeout(resolve, 1000));
  fs.rmSync(home, {recursive: true, force: true});
}
console.log(`Screenshots: ${shots}\n${passed} passed, ${failed} failed, 0 skipped`);
process.exit(failed > 0 ? 1 : 0);
