import {serveStdio} from '../../../src/editor/main.js';

serveStdio();
