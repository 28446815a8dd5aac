export { EntryStack as default } from '../../src/shell/Stacks.tsx'

export const unstable_settings = { initialRouteName: 'sign-in' }
