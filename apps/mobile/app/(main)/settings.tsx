export { SettingsScreen as default } from '../../src/account/SettingsScreen.tsx'
