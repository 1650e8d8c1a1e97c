import fs from 'node:fs';

/** Where Chromium lies: `CALQUE_CHROMIUM`, or where Debian and others put it. */
export function findChromium(): string | undefined {
  const places = [
    process.env.CALQUE_CHROMIUM,
    '/usr/bin/chromium',
    '/usr/bin/chromium-browser',
    '/usr/bin/google-chrome',
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  ];
  return places.find((place) => place !== undefined && place !== '' && fs.existsSync(place));
}

/** It works without a display, as any user, and asks the network for nothing. */
export const chromiumFlags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
];
