import {problemInWords} from '../config/config-error.js';
import type {Project} from '../config/project.js';
import {printable} from '../report/visible.js';
import {note} from './output.js';

/** Tells once what is odd in the project's files and stops nothing: configurations passed over, entries at odds. */
export class ProjectNotes {
  private readonly told = new Set<string>();

  constructor(private readonly project: Project) {}

  tell(): void {
    for (const {file, reason} of this.project.passedOver)
      this.once(`${printable(file)} is not used: ${reason}`);
    for (const problem of this.project.conflicts) this.once(printable(problemInWords(problem)));
  }

  private once(text: string): void {
    if (this.told.has(text)) return;
    this.told.add(text);
    note(`calque: ${text}\n`);
  }
}
