import {serveStdio} from '../../../src/editor/main.js';

serveStdio(new URL('./server-thread.mjs', import.meta.url));
