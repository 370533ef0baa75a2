import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { isProblem } from '../../api/problem-error.ts'
import { queries } from '../../api/queries.page.ts'
import { dateFormat } from '../../messages/formats.ts'
import { useWords } from '../../messages/words.tsx'
import { Loading, Trouble } from '../../ui/standing-in.tsx'
import { TableBox } from '../../ui/table-box.tsx'
import '../../ui/table.css'

/** How often a remedy was given without asking anybody, and how often that is meant to be. */
export function GrantShareFigure() {
  const words = useWords()
  const { data, error, refetch } = useQuery(queries.grantShare())
  // Without a charter nobody may give anything: there is no share of it.
  if (isProblem(error, 'no-charter')) return null
  if (error !== null) return <Trouble error={error} again={refetch} />
  if (data === undefined) return <Loading />
  const { share, aim, months, waiting } = data
  const count = months.reduce((sum, { without_asking, after_asking }) => sum + without_asking + after_asking, 0)
  const isReached = share !== null && share >= aim.percent
  const title = words.say('share.title')
  return (
    <section className="grant-share" aria-label={title}>
      <p>
        {share === null ? (
          words.say('share.none')
        ) : (
          <>
            <strong>{words.say('share.is', { share: down(share), count })}</strong>{' '}
            <span className={`state ${isReached ? 'kept' : 'broken'}`}>
              {words.say(isReached ? 'share.reached' : 'share.missed')}
            </span>
          </>
        )}
      </p>
      <p className="quiet small">
        {words.say(aim.objective === null ? 'share.aim' : 'share.aim-of', {
          aim: aim.percent / 100,
          objective: aim.objective ?? '',
        })}{' '}
        {aim.objective !== null && (
          <Link to="/handbook" hash={aim.objective} className="ltr">
            {aim.objective}
          </Link>
        )}{' '}
        {waiting > 0 && words.say('share.waiting', { count: waiting })}
      </p>
      {share !== null && (
        <details>
          <summary className="unfold">{words.say('share.months')}</summary>
          <TableBox label={title}>
            <table className="table">
              <thead>
                <tr>
                  <th scope="col">{words.say('share.month')}</th>
                  <th scope="col">{words.say('share.share')}</th>
                  <th scope="col">{words.say('share.without')}</th>
                  <th scope="col">{words.say('share.after')}</th>
                  <th scope="col">{words.say('share.refused')}</th>
                </tr>
              </thead>
              <tbody>
                {months
                  .filter((month) => month.share !== null || month.refused > 0)
                  .toReversed()
                  .map((month) => (
                    <tr key={month.first}>
                      <th scope="row">{dateFormat(words.locale, 'month').format(new Date(month.first))}</th>
                      <td>{month.share === null ? '–' : words.say('share.percent', { share: down(month.share) })}</td>
                      <td>{words.number(month.without_asking)}</td>
                      <td>{words.number(month.after_asking)}</td>
                      <td>{words.number(month.refused)}</td>
                    </tr>
                  ))}
              </tbody>
            </table>
          </TableBox>
        </details>
      )}
    </section>
  )
}

/** As a fraction, a tenth of a per cent at most below: 94.96 % is not shown as the 95 % that it misses. */
function down(percent: number): number {
  return Math.floor(percent * 10) / 1000
}
