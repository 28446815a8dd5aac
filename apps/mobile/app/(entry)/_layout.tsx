export { EntryStack as default } from '../../src/app/Stacks.tsx'

export const unstable_settings = { initialRouteName: 'sign-in' }
