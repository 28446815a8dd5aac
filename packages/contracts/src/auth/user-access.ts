// A user's sessions and devices, for the company's administrators: after a lost phone, or a
// departure.
import Type from 'typebox'
import { can, endpoint, Shape } from '../endpoint.ts'
import { ById, Id } from '../fields.ts'
import { notFound } from '../problem.ts'
import { Device } from './devices.ts'
import { Session } from './sessions.ts'

const readers = can('user-access.read', 'company-admin', 'auditor', 'platform-admin')
const enders = can('user-access.end', 'company-admin', 'platform-admin')
const { isCurrent: _session, ...sessionFields } = Session.properties
const { isCurrent: _device, ...deviceFields } = Device.properties

export const userAccess = {
  sessions: endpoint({
    method: 'GET',
    path: '/idty/users/{id}/sessions',
    summary: "A user's active sessions in the company",
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(Shape(sessionFields)) }),
    problems: [notFound],
  }),
  endSession: endpoint({
    method: 'DELETE',
    path: '/idty/users/{id}/sessions/{sessionId}',
    summary: "End a user's session in the company; the user is notified",
    access: enders,
    params: Shape({ id: Id, sessionId: Id }),
    problems: [notFound],
  }),
  devices: endpoint({
    method: 'GET',
    path: '/idty/users/{id}/devices',
    summary: 'Trusted devices on which a user has worked for the company',
    access: readers,
    params: ById,
    reply: Shape({ items: Type.Array(Shape(deviceFields)) }),
    problems: [notFound],
  }),
  revokeDevice: endpoint({
    method: 'DELETE',
    path: '/idty/users/{id}/devices/{deviceId}',
    summary: "Stop trusting a user's device; its sessions end and the user is notified",
    access: enders,
    params: Shape({ id: Id, deviceId: Id }),
    problems: [notFound],
  }),
}
