import { sql } from 'kysely'
import { z } from 'zod'
import { type Store, transaction } from '../../db/index.ts'
import type { Desk } from '../../desk.ts'
import { hasCharter } from './has-charter.ts'

/** The steps that make an empty installation a desk, in their order. */
export const SET_UP_STEPS = ['company', 'people', 'mail', 'hours', 'charter'] as const
export type SetUpStep = (typeof SET_UP_STEPS)[number]

const openingHours = z.object({
  /** Monday first: `09:00-13:00, 14:00-18:00`; empty: closed. */
  week: z.array(z.string()).length(7),
  /** Whose public holidays were put in, as ISO 3166; empty: dates were typed. */
  country: z.string(),
  /** Dates such as `2026-12-25`, in their order. */
  closed: z.array(z.string()),
  /** The date up to which they are known. */
  until: z.string(),
})
export type OpeningHours = z.infer<typeof openingHours>

const settingUp = z.object({
  people: z.boolean().default(false),
  mail: z.boolean().default(false),
  hours: openingHours.optional(),
})

export interface SetUpState {
  readonly workspace: {
    readonly id: string
    readonly name: string
    readonly slug: string
    readonly zone: string
    readonly languages: readonly string[]
  }
  /** Somebody can sign in. */
  readonly isClaimed: boolean
  readonly hours: OpeningHours | undefined
  /** The first step that is not done; undefined once all are. */
  readonly next: SetUpStep | undefined
}

/** How far setting up has come: what is there already says it, and for the rest a note on the workspace. */
export async function readSetUp(desk: Desk, workspace: string): Promise<SetUpState> {
  const { setting_up, ...row } = await desk.store.control
    .selectFrom('control.workspace')
    .select(['id', 'name', 'slug', 'zone', 'languages', 'setting_up'])
    .where('id', '=', workspace)
    .executeTakeFirstOrThrow()
  const isClaimed = !(await isUnclaimed(desk, workspace))
  const noted = setting_up === null ? undefined : settingUp.parse(setting_up)
  const hasPublished = await transaction(desk.store, { workspace }, hasCharter)
  return { workspace: row, isClaimed, hours: noted?.hours, next: nextOf(isClaimed, hasPublished, noted) }
}

function nextOf(
  isClaimed: boolean,
  hasPublished: boolean,
  noted: z.infer<typeof settingUp> | undefined,
): SetUpStep | undefined {
  if (!isClaimed) return 'company'
  if (noted === undefined) return undefined
  if (!noted.people) return 'people'
  if (!noted.mail) return 'mail'
  // Whoever has published a charter by other ways has hours in it.
  if (hasPublished) return undefined
  return noted.hours === undefined ? 'hours' : 'charter'
}

/** Notes that a step is done. Nothing is noted where setting up is over. */
export async function noteSetUp(
  { control }: Store,
  workspace: string,
  done: { readonly people?: true; readonly mail?: true; readonly hours?: OpeningHours },
): Promise<void> {
  await sql`update control.workspace set setting_up = setting_up || ${JSON.stringify(done)}::jsonb
             where id = ${workspace} and setting_up is not null`.execute(control)
}

/** Is there nobody yet who could sign in to this workspace? */
export async function isUnclaimed({ store }: Desk, workspace: string): Promise<boolean> {
  const member = await store.control
    .selectFrom('control.member')
    .select('user_id')
    .where('workspace_id', '=', workspace)
    .executeTakeFirst()
  return member === undefined
}
