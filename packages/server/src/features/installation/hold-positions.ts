import { type Store, transaction } from '../../db/index.ts'

/** Gives somebody positions beside those they hold. */
export async function holdPositions(
  store: Store,
  workspace: string,
  person: string,
  positions: readonly string[],
): Promise<void> {
  if (positions.length === 0) return
  await transaction(store, { workspace }, ({ db }) =>
    db
      .insertInto('position_holder')
      .values(positions.map((position) => ({ workspace_id: workspace, position, person_id: person })))
      .onConflict((conflict) => conflict.doNothing())
      .execute(),
  )
}
