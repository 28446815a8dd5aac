export { TodayScreen as default } from '../../../src/today/TodayScreen.tsx'
