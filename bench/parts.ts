/** What the fuzz run needs of the sources, in one bundle. */
export {loadReader} from '../src/article/read.js';
export {FixedFiles} from '../src/cli/write-fixed.js';
export {ConfigError} from '../src/config/config-error.js';
export {makeLinter} from '../src/config/make-linter.js';
export {presetRules} from '../src/config/presets.js';
export {Project} from '../src/config/project.js';
export {FramedInput} from '../src/editor/node/framed-input.js';
export {applyEdits} from '../src/engine/fixer.js';
export {allRules} from '../src/generated/rules.js';
export {answerOf} from '../src/stream/lint-stream.js';
export {encode} from '../src/unified/decode.js';
export {findFiles} from '../src/unified/find-files.js';
export {lintFiles} from '../src/unified/lint-files.js';
export {decodeFile} from '../src/unified/read-file.js';
