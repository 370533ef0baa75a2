const OPEN = '\u2068'
const CLOSE = '\u2069'
/** Characters that turn text round for what follows them; a name may not. */
const TURNING = /[\u202a-\u202e\u2066-\u2069]/g

/** A value of unknown direction, fenced in so that the words around it keep their order (U+2068 … U+2069). */
export function isolated(value: string): string {
  return value === '' ? '' : `${OPEN}${value.replace(TURNING, '')}${CLOSE}`
}

/** Takes out what turns text round: names, subjects and file names pretend with it to be others. */
export function withoutTurning(value: string): string {
  return value.replace(TURNING, '')
}
