/** Two sines an octave apart, the upper one 12 dB below; together they stay below -18 dB of full scale. */
const tones = [
  { hertz: 528, share: 0.1 },
  { hertz: 1056, share: 0.025 },
];
/** In seconds. Two strokes are over after two seconds. */
const attack = 0.02;
const decay = 1.6;
const between = 0.4;
/** Without a touch or a key a browser answers neither yes nor no; in milliseconds. */
const answersWithin = 400;

/** The sound of one screen, made there: no file is loaded. Browsers let it sound after a touch or a key. */
export class Bell {
  readonly #context = new AudioContext();
  #asleep = $state(false);

  constructor() {
    this.#look();
    this.#context.addEventListener('statechange', () => this.#look());
  }

  get asleep(): boolean {
    return this.#asleep;
  }

  /** Best from within a touch or a key. Whether it is awake then. */
  async wake(): Promise<boolean> {
    const resumed = this.#context.resume().catch(() => undefined);
    await Promise.race([resumed, new Promise((passed) => setTimeout(passed, answersWithin))]);
    this.#look();
    return !this.#asleep;
  }

  /** Asleep, it stays silent: what is due now would sound much later. */
  ring(strokes: number): void {
    if (this.#context.state !== 'running') return;
    for (let i = 0; i < strokes; i++) this.#stroke(this.#context.currentTime + i * between);
  }

  close(): void {
    this.#context.close().catch(() => undefined);
  }

  #look(): void {
    this.#asleep = this.#context.state !== 'running';
  }

  #stroke(at: number): void {
    for (const { hertz, share } of tones) {
      const tone = new OscillatorNode(this.#context, { frequency: hertz });
      const level = new GainNode(this.#context, { gain: 0 });
      level.gain.setValueAtTime(0, at);
      level.gain.linearRampToValueAtTime(share, at + attack);
      level.gain.exponentialRampToValueAtTime(0.0001, at + decay);
      tone.connect(level).connect(this.#context.destination);
      tone.start(at);
      tone.stop(at + decay);
    }
  }
}
