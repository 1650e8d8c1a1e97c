/** English days and months, in small letters: capitalised, but no names, and never spellings of one another. */
export const calendar: ReadonlySet<string> = new Set(
  'monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays january february march april may june july august september october november december'.split(
    ' ',
  ),
);
