import { describe, expect } from 'vitest'
import { textOf } from '../charter-files.ts'
import { itOn } from './corpus.ts'
import { FOLDER, judgeFiles, PUBLISHED, taskFiles } from './retail/judge-files.ts'
import { namedBy } from './retail/judge-tasks.ts'
import { confusionOf, figures, isNamed, publishedIn } from './retail/retail-page.ts'

describe('a retail policy in prose, as a charter', () => {
  let kept: ReturnType<typeof judgeFiles> | undefined
  const all = () => {
    kept ??= judgeFiles(taskFiles())
    return kept
  }

  itOn(FOLDER, 'allows every action of the tasks that the policy permits, and refuses those that it forbids', () => {
    const { actions } = all()
    expect(actions.length).toBeGreaterThan(0)
    const wrong = actions.filter(({ against, answer }) => answer.allowed !== (against.size === 0))
    expect(wrong).toEqual([])
    expect(actions.filter((each) => !each.answer.allowed && !isNamed(each))).toEqual([])
  })

  itOn(FOLDER, 'refuses every neighbour of them, and names the clause that says so', () => {
    const { actions, neighbours } = all()
    const wrong = neighbours.filter(
      ({ mutation, against, answer }) =>
        answer.allowed || !against.has(mutation.refusedBy) || namedBy(answer)[0] !== mutation.refusedBy,
    )
    expect(wrong.map(({ where, mutation, answer }) => [where, mutation.name, answer])).toEqual([])
    // What a person reads names it too: the clause, its row, and the exclusion.
    const silent = neighbours.filter(
      ({ answer }) =>
        !answer.allowed &&
        !(
          answer.message.includes(`${answer.row} of ${answer.clause} `) &&
          answer.tell.every((id) => answer.message.includes(id))
        ),
    )
    expect(silent).toEqual([])
    const withNeighbour = new Set(neighbours.map(({ where }) => where))
    expect(actions.filter(({ where, against }) => against.size === 0 && !withNeighbour.has(where))).toEqual([])
  })

  itOn(FOLDER, 'has a word for nineteen of twenty actions at least', () => {
    const { actions, tasks } = all()
    const outside = tasks.flatMap((task) => task.outside)
    expect(outside.length).toBeLessThanOrEqual(0.05 * (actions.length + outside.length))
  })

  itOn(FOLDER, 'has the figures that its page publishes', () => {
    const { tasks, ...judgements } = judgeFiles(PUBLISHED)
    expect(publishedIn(textOf('docs/retail-policy.md'))).toBe(figures(judgements, tasks))
    expect(confusionOf(judgements.actions).permitted).toEqual({ allowed: 727, refused: 0 })
  })
})
