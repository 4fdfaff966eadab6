// SPDX-License-Identifier: MIT
// expect: conversion from .*RawEvent
#include "mido/messages/message.hpp"
#include "mido/messages/track_event.hpp"

#ifdef MIDO_CONTROL
mido::TrackEvent message = mido::RawEvent{};
#else
mido::Message message = mido::RawEvent{};
#endif
