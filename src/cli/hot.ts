// What every run of the command line needs. The build keeps it in one file; see scripts/build/plugins.mjs.
export {run, run as hot} from './run.js';
