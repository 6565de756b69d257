# tests of infra
