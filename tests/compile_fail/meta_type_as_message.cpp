// SPDX-License-Identifier: MIT
// expect: conversion from .*SetTempo
#include "mido/messages/message.hpp"
#include "mido/messages/meta_message.hpp"

#ifdef MIDO_CONTROL
mido::MetaMessage message = mido::SetTempo{};
#else
mido::Message message = mido::SetTempo{};
#endif
