/** What the fuzz run needs of the sources, in one bundle. */
export {loadReader} from '../src/article/read.js';
export {makeLinter} from '../src/config/make-linter.js';
export {presetRules} from '../src/config/presets.js';
export {applyEdits} from '../src/engine/fixer.js';
export {allRules} from '../src/generated/rules.js';
