import type {ClockTime, QuantityKind} from './quantity.js';

/** A quantity that is being read. */
export interface Draft {
  start: number;
  end: number;
  kind: QuantityKind;
  values: number[];
  figure: boolean;
  soft: boolean;
  year: boolean;
  day: boolean;
  attached: boolean;
  open: boolean;
  mantissa?: number;
  time?: ClockTime;
  unit?: string;
  unitStart?: number;
  unitEnd?: number;
  currencies?: readonly string[];
  currencyStart?: number;
  currencyEnd?: number;
}

/** A quantity with nothing known of it but where it stands and its values. */
export function draft(
  {start, end}: {start: number; end: number},
  kind: QuantityKind,
  values: number[],
  {figure = false, soft = false}: {figure?: boolean; soft?: boolean},
): Draft {
  return {start, end, kind, values, figure, soft, year: false, day: false, attached: false, open: false};
}

/** A product without what floating point adds to it. */
export const times = (a: number, b: number): number => Math.round(a * b * 1e6) / 1e6;
