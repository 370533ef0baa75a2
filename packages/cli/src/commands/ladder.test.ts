import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder } from '../../test/files.ts'
import { avow } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const LADDERS = `${CHARTER.replace('promises:\n', 'positions: [agent, lead, chief]\npromises:\n')}escalation:
  - id: E1
    for: P1
    steps:
      - { at: 75%, tell: assignee }
      - { at: 100%, give to: lead, raise priority: true }
      - { after: 1 day, tell: chief }
  - { id: E2, when: { tier: gold }, steps: [{ tell: assignee }] }
`
const charter = folder.write('ladders.yaml', LADDERS)
const AT = ['--at', '2026-01-05T15:30:00Z']

describe('avow ladder', () => {
  it('S6: walks each escalation to its end, and names what reaches nobody', async () => {
    const { code, stdout } = await avow('ladder', charter, ...AT)
    expect(code).toBe(1)
    expect(stdout).toBe(`On a ticket that comes in on Mon 5 Jan 2026 16:30 (Europe/Warsaw):

E1  channel email, tier gold: P1 is due Wed 7 Jan 2026 09:30
  step 1  Wed 7 Jan 2026 09:15  75%: tell assignee
  step 2  Wed 7 Jan 2026 09:30  100%: give to lead; raise the priority
  step 3  Fri 9 Jan 2026 00:00  after 1 day: tell chief; all calendars are closed then
  the ticket goes to lead, and comes back to nobody

E2  tier gold
  step 1  Mon 5 Jan 2026 16:30  at once: tell assignee
  the ticket is given to nobody else
  step 1, the end, tells whoever has E2’s ticket, and no step gave it to anybody; tell a position
`)
    expect(await avow('ladder', charter, ...AT, '--clause', 'E1')).toMatchObject({ code: 0 })
  })

  it('S6: tells steps whose position nobody holds, and circles, where the people are known', async () => {
    const people = folder.write('people.yaml', 'lead: [Lea]\n')
    const { code, stdout } = await avow('ladder', charter, ...AT, '--clause', 'E1', '--people', people)
    expect(code).toBe(1)
    expect(stdout).toContain('  step 3: nobody holds the position chief; give it to somebody\n')
    const round = folder.write('round.yaml', LADDERS.replace('tell: chief', 'give to: lead'))
    const again = await avow('ladder', round, ...AT, '--clause', 'E1', '--json')
    expect(JSON.parse(again.stdout)).toMatchObject([
      {
        clause: 'E1',
        at: '2026-01-05T15:30:00.000Z',
        chain: ['lead', 'lead'],
        commitment: { promise: 'P1', due: '2026-01-07T08:30:00.000Z' },
        troubles: [{ code: 'goes-back', step: 3, position: 'lead' }],
      },
    ])
    expect(again.code).toBe(1)
  })

  it('says which escalations there are, and where none begins', async () => {
    expect(await avow('ladder', charter, '--clause', 'E9')).toMatchObject({
      code: 2,
      stderr: expect.stringContaining('the charter has no escalation E9; it has: E1, E2') as string,
    })
    const none = folder.write('none.yaml', CHARTER)
    expect(await avow('ladder', none)).toEqual({ code: 0, stdout: 'The charter has no escalation.\n', stderr: '' })
  })
})
