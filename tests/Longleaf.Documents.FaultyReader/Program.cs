using Longleaf.Documents;
using Longleaf.Documents.FaultyReader;
using Longleaf.Documents.Host;
using Longleaf.Documents.Isolation.Wire;

if (args is ["serve", ..])
{
    return await KillableServer.RunAsync(args[1], args[2]);
}

ParentDeath.Bind();
var filtered = SystemCallFilter.TryInstall();
using var output = Console.OpenStandardOutput();
var writer = new FrameWriter(output);
writer.Begin(FrameKind.Hello).Int32(unchecked((int)Protocol.Magic)).Byte(Protocol.Version).Byte(filtered ? (byte)1 : (byte)0).End();
writer.Flush();
using var input = Console.OpenStandardInput();
var parent = new FrameReader(input);
while (await parent.ReadAsync(CancellationToken.None) is { } frame)
{
    if (frame.Kind != FrameKind.Request)
    {
        continue;
    }

    var request = ReaderRequest.Read(frame);
    var fault = Path.GetFileNameWithoutExtension(request.FileName);
    Leftovers.Before(fault, request, writer);
    Faults.Commit(fault, request, writer, output, input);
    EventFrames.WriteEnd(writer, new ReaderEvent.Completed(new DocumentInfo { Format = DocumentFormat.PlainText }));
    Leftovers.After(fault, writer);
}

return 0;
