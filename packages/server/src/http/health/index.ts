export { databaseCheck } from './database-check.ts'
export { measureRequests, metricsServer, openMetrics, registerMetrics } from './metrics.ts'
export { type HealthCheck, registerHealth } from './register-health.ts'
