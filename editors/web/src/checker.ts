import type {Answer, Question} from './protocol.js';

type Asked = Omit<Question, 'id'>;

/** Asks the worker; of questions that wait, only the last is asked. */
export class Checker {
  private readonly worker = new Worker(new URL('worker.js', document.baseURI), {type: 'module'});
  private last = 0;
  private running: ((answer: Answer) => void) | undefined;
  private waiting: {readonly asked: Asked; readonly answer: (answer: Answer | undefined) => void} | undefined;

  constructor() {
    this.worker.onmessage = ({data}: MessageEvent<Answer>) => this.settle(data);
    this.worker.onerror = ({message}) =>
      this.settle({id: this.last, error: message || 'the checker cannot run here'});
  }

  /** The answer; undefined when a later question has taken the place of this one. */
  check(asked: Asked): Promise<Answer | undefined> {
    this.waiting?.answer(undefined);
    return new Promise((answer) => {
      this.waiting = {asked, answer};
      this.next();
    });
  }

  private next(): void {
    if (this.running || !this.waiting) return;
    const {asked, answer} = this.waiting;
    this.waiting = undefined;
    this.running = answer;
    this.worker.postMessage({...asked, id: ++this.last});
  }

  private settle(answer: Answer): void {
    const told = this.running;
    this.running = undefined;
    told?.(answer);
    this.next();
  }
}
