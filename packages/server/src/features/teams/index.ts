export { type SigningTeam, signingTeam } from './signing-team.ts'
export { teamHandlers } from './team-handlers.ts'
