// SPDX-License-Identifier: MIT
// expect: conversion from .*MetaMessage
#include "mido/messages/message.hpp"
#include "mido/messages/meta_message.hpp"

#ifdef MIDO_CONTROL
mido::MetaMessage message = mido::MetaMessage("end_of_track");
#else
mido::Message message = mido::MetaMessage("end_of_track");
#endif
