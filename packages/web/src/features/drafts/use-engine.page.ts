import type { Draft } from '@avow/contract'
import { useQuery } from '@tanstack/react-query'
import { useEffect, useState, useSyncExternalStore } from 'react'
import { DraftEngine, type EngineState } from './draft-engine.page.ts'
import { type Drawer, openDrawer } from './kept-edits.page.ts'

/** How often others’ changes are asked for where the stream of events does not tell of them, ms. */
const ASK_EVERY = 4000

const NO_DRAWER: Drawer = { keep: () => true, release: () => {} }

/** The engine of a draft; undefined until what an earlier window left has been looked for. */
export function useEngine(draft: Draft, mayWrite: boolean): DraftEngine | undefined {
  const [engine, setEngine] = useState<DraftEngine>()
  const { id } = draft
  // The text is the engine’s from then on; the draft fetched again brings only its state.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  useEffect(() => {
    let stop = (): void => {}
    let isGone = false
    const begin = (drawer: Drawer, left: Parameters<typeof beginWith>[2]): void => {
      if (isGone) return drawer.release()
      const made = beginWith(draft, drawer, left)
      stop = made.start()
      setEngine(made)
    }
    if (mayWrite) void openDrawer(id).then(({ drawer, left }) => begin(drawer, left))
    else begin(NO_DRAWER, undefined)
    return () => {
      isGone = true
      stop()
      setEngine(undefined)
    }
  }, [id, mayWrite])
  useQuery({
    queryKey: ['draft', id, 'edits'],
    queryFn: async () => (await engine?.catchUp()) ?? 0,
    refetchInterval: ASK_EVERY,
    enabled: engine !== undefined,
  })
  return engine
}

function beginWith(draft: Draft, drawer: Drawer, left: ConstructorParameters<typeof DraftEngine>[2]): DraftEngine {
  return new DraftEngine(draft, drawer, left)
}

export function useEngineState(engine: DraftEngine): EngineState {
  return useSyncExternalStore(engine.subscribe, engine.current)
}
