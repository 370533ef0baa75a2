export { type GuessedServers, guessServers } from './guess-servers.ts'
