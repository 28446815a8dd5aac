export { ReportsScreen as default } from '../../src/reports/ReportsScreen.tsx'
