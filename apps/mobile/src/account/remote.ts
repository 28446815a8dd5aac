// The signed-in user and their active company, from the server.
import { useQuery } from '@tanstack/react-query'
import { api } from '../base/api.ts'

export const useMe = () =>
  useQuery({ queryKey: ['me'], queryFn: async () => await api.account.me(), staleTime: 60_000 })

export const useCompany = () =>
  useQuery({
    queryKey: ['company'],
    queryFn: async () => await api.companies.own(),
    staleTime: 5 * 60_000,
  })

export const useDevices = () =>
  useQuery({ queryKey: ['devices'], queryFn: async () => await api.devices.list() })

export const useSessions = () =>
  useQuery({ queryKey: ['sessions'], queryFn: async () => await api.sessions.list() })
