import { afterAll, describe, expect, it } from 'vitest'
import { CHARTER, Folder, HISTORY } from '../../test/files.ts'
import { avow } from '../../test/run-avow.ts'

const folder = new Folder()
afterAll(() => folder.remove())
const old = folder.write('old.yaml', CHARTER)
const fresh = folder.write('new.yaml', CHARTER.replace('1 h of office', '2 h of office'))

describe('avow diff', () => {
  it('says for whom a promise became looser, with a ticket that shows it', async () => {
    const { code, stdout } = await avow('diff', old, fresh, '--at', '2026-01-05T09:00:00Z')
    expect(code).toBe(0)
    expect(stdout).toContain(
      'promise P1  looser\n  looser for channel email, tier gold: 1 h of office → 2 h of office\n',
    )
    expect(stdout).toContain(
      'ticket: channel email, tier gold, opened Mon 5 Jan 2026 10:00 (Europe/Warsaw): due Mon 5 Jan 2026 11:00 → Mon 5 Jan 2026 12:00',
    )
  })

  it('says when there is no difference', async () => {
    expect(await avow('diff', old, old)).toEqual({ code: 0, stdout: 'same: P1\nno difference\n', stderr: '' })
  })

  it('says whether customers get less or more, where the change does not', async () => {
    const renamed = folder.write('renamed.yaml', CHARTER.replaceAll('P1', 'P2'))
    const { stdout } = await avow('diff', old, renamed)
    expect(stdout).toMatch(/promise P2 +added, customers get more\n/)
    expect(stdout).toMatch(/promise P1 +removed, customers get less\n/)
  })

  it('counts the past tickets that a difference touches, given a history', async () => {
    const history = folder.write('history.jsonl', HISTORY)
    const { stdout } = await avow('diff', old, fresh, '--history', history)
    expect(stdout).toContain('promise P1  looser, touches 2 of 3 past tickets\n')
    const { stdout: json } = await avow('diff', old, fresh, '--history', history, '--json')
    expect(JSON.parse(json)).toMatchObject([{ id: 'P1', touched: 2 }])
    const { code, stderr } = await avow('diff', old, fresh, '--history', folder.write('none.jsonl', ''))
    expect([code === 0, stderr]).toEqual([false, expect.stringContaining('none.jsonl')])
  })

  it('tells programs the same', async () => {
    const { stdout } = await avow('diff', fresh, old, '--json')
    expect(JSON.parse(stdout)).toMatchObject([
      {
        kind: 'promise',
        id: 'P1',
        change: 'stricter',
        parts: [
          {
            change: 'stricter',
            witness: { ticket: { channel: 'email', tier: 'gold' }, old: { row: 1 }, new: { row: 1 } },
          },
        ],
      },
    ])
  })

  it('prints the steps of an escalation that is new', async () => {
    const before = folder.write('plain.yaml', CHARTER)
    const steps = '[{ at: 50%, tell: [anna, ben] }, { after: 2 h of office, give to: anna, raise priority: true }]'
    const after = folder.write(
      'escalating.yaml',
      CHARTER.replace('facts:', 'positions: [anna, ben]\nfacts:').replace(
        'examples:',
        `escalation:\n  - { id: E1, for: P1, steps: ${steps} }\nexamples:`,
      ),
    )
    const { stdout } = await avow('diff', before, after)
    expect(stdout).toMatch(/escalation E1 +added\n/)
    expect(stdout).toContain(
      '    1. at 50 %: tell anna, ben\n    2. after 2 h of office: give to anna; raise the priority\n',
    )
  })
})
