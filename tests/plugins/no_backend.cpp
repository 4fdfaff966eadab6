// SPDX-License-Identifier: MIT
// A shared object that is no backend.
extern "C" const int something_else = 1;
