/** So many within so long. */
export interface Window {
  readonly most: number
  readonly ms: number
}

/**
 * Walls against floods and loops, behind the rules that keep both from arising. None says what is right: each is far above
 * what a desk has on its busiest day, and what is beyond it is kept and shown, never lost.
 */
export interface MailLimits {
  /** Automatic mail to one address of a customer. */
  readonly address: readonly Window[]
  /** Automatic mail to one address of our own people, whom a bad morning may tell of a hundred tickets. */
  readonly staff: readonly Window[]
  /** Automatic mail to all addresses of one domain. */
  readonly domain: readonly Window[]
  /** Automatic mail of one workspace. */
  readonly workspace: readonly Window[]
  /** Recipients to whom one person, or one key, forwards. What is beyond is refused before it is written. */
  readonly forwards: readonly Window[]
  /** Mail that comes in over SMTP from one sender of the envelope, for one workspace. */
  readonly sender: readonly Window[]
  /** The same from one machine; those of this machine and of private networks pass other people's mail on and are not counted. */
  readonly client: readonly Window[]
}

const MINUTE = 60_000
const HOUR = 60 * MINUTE
const DAY = 24 * HOUR

export const MAIL_LIMITS: MailLimits = {
  address: [
    { most: 10, ms: 10 * MINUTE },
    { most: 20, ms: DAY },
  ],
  staff: [
    { most: 100, ms: 10 * MINUTE },
    { most: 500, ms: DAY },
  ],
  domain: [{ most: 1_000, ms: 10 * MINUTE }],
  workspace: [
    { most: 2_000, ms: 10 * MINUTE },
    { most: 50_000, ms: DAY },
  ],
  forwards: [
    { most: 50, ms: 10 * MINUTE },
    { most: 300, ms: DAY },
  ],
  sender: [{ most: 200, ms: 10 * MINUTE }],
  client: [{ most: 5_000, ms: 10 * MINUTE }],
}

const UNITS: Readonly<Record<string, number>> = { s: 1_000, m: MINUTE, h: HOUR, d: DAY }
const LONGEST = 7 * DAY

/**
 * The limits with those changed that a setting names, e.g. `address=10/10m,20/1d; sender=500/10m; client=none`. Answers the
 * part that is none.
 */
export function readMailLimits(setting: string | undefined): MailLimits | { readonly wrong: string } {
  const limits: { -readonly [Name in keyof MailLimits]: MailLimits[Name] } = { ...MAIL_LIMITS }
  for (const part of (setting ?? '').split(';').map((each) => each.trim())) {
    if (part === '') continue
    const [name, value = ''] = part.split('=').map((each) => each.trim())
    const known = NAMES.find((each) => each === name)
    const windows = windowsIn(value)
    if (known === undefined || windows === undefined) return { wrong: part }
    limits[known] = windows
  }
  return limits
}

const NAMES = [
  'address',
  'staff',
  'domain',
  'workspace',
  'forwards',
  'sender',
  'client',
] as const satisfies readonly (keyof MailLimits)[]

function windowsIn(value: string): readonly Window[] | undefined {
  if (value === 'none') return []
  const windows = value.split(',').map((each) => {
    const [, most, count, unit = ''] = /^\s*(\d{1,7})\s*\/\s*(\d{1,5})([smhd])\s*$/u.exec(each) ?? []
    return { most: Number(most), ms: Number(count) * (UNITS[unit] ?? Number.NaN) }
  })
  return windows.every(({ most, ms }) => most > 0 && ms > 0 && ms <= LONGEST) ? windows : undefined
}
