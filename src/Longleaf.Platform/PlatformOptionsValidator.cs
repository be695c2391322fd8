using Microsoft.Extensions.Options;

namespace Longleaf.Platform;

/// <summary>Checks the settings by their annotations; generated.</summary>
[OptionsValidator]
internal sealed partial class PlatformOptionsValidator : IValidateOptions<PlatformOptions>;
