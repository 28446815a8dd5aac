export { MainStack as default } from '../../src/app/Stacks.tsx'
