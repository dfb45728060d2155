// Included before everything else when the web's C library (src/platform/web/libc*.cpp) is compiled
// for the tests: under names of its own, beside that of the machine.
#pragma once

// Their declarations keep the names that they have.
#include <algorithm>
#include <cstdarg>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstring>

#define sin tb_c_sin
#define sinf tb_c_sinf
#define cos tb_c_cos
#define cosf tb_c_cosf
#define tan tb_c_tan
#define tanf tb_c_tanf
#define asin tb_c_asin
#define asinf tb_c_asinf
#define acos tb_c_acos
#define acosf tb_c_acosf
#define atan tb_c_atan
#define atanf tb_c_atanf
#define sinh tb_c_sinh
#define sinhf tb_c_sinhf
#define cosh tb_c_cosh
#define coshf tb_c_coshf
#define tanh tb_c_tanh
#define tanhf tb_c_tanhf
#define asinh tb_c_asinh
#define asinhf tb_c_asinhf
#define acosh tb_c_acosh
#define acoshf tb_c_acoshf
#define atanh tb_c_atanh
#define atanhf tb_c_atanhf
#define exp tb_c_exp
#define expf tb_c_expf
#define expm1 tb_c_expm1
#define expm1f tb_c_expm1f
#define log tb_c_log
#define logf tb_c_logf
#define log1p tb_c_log1p
#define log1pf tb_c_log1pf
#define log2 tb_c_log2
#define log2f tb_c_log2f
#define log10 tb_c_log10
#define log10f tb_c_log10f
#define atan2 tb_c_atan2
#define atan2f tb_c_atan2f
#define hypot tb_c_hypot
#define hypotf tb_c_hypotf
#define pow tb_c_pow
#define powf tb_c_powf
#define exp2 tb_c_exp2
#define exp2f tb_c_exp2f
#define strtod tb_c_strtod
#define strtof tb_c_strtof
#define strtold tb_c_strtold
#define vsnprintf tb_c_vsnprintf
#define snprintf tb_c_snprintf
#define abort_message tb_c_abort_message
#define fprintf tb_c_fprintf
#define fiprintf tb_c_fiprintf
