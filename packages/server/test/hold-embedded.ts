import { openEmbedded } from '../src/db/embedded/index.ts'

/** A server that opens a data folder, says where its PostgreSQL is, and does nothing else until it is told to stop (or killed). */
const [dataFolder = '', outside = ''] = process.argv.slice(2)
try {
  const { connection, pid, stop } = await openEmbedded({ dataFolder, outside })
  process.once('SIGTERM', () => void stop())
  console.log(JSON.stringify({ connection, pid }))
} catch (error) {
  console.log(JSON.stringify({ error: error instanceof Error ? error.message : String(error) }))
  process.exitCode = 1
}
